import { bundle } from '../support/bundle';

bundle(14, 16);
