import { bundle } from '../support/bundle';

bundle(6, 16);
