import { bundle } from '../support/bundle';

bundle(7, 16);
