import { bundle } from '../support/bundle';

bundle(9, 16);
