import { bundle } from '../support/bundle';

bundle(1, 16);
