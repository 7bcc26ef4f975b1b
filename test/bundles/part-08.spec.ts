import { bundle } from '../support/bundle';

bundle(8, 16);
