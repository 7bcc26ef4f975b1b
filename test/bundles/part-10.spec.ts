import { bundle } from '../support/bundle';

bundle(10, 16);
