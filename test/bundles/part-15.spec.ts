import { bundle } from '../support/bundle';

bundle(15, 16);
