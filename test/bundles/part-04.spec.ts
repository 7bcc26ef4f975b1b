import { bundle } from '../support/bundle';

bundle(4, 16);
