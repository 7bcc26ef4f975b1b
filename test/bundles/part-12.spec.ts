import { bundle } from '../support/bundle';

bundle(12, 16);
