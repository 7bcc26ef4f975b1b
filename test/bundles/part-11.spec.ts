import { bundle } from '../support/bundle';

bundle(11, 16);
