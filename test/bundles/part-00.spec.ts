import { bundle } from '../support/bundle';

bundle(0, 16);
