import { bundle } from '../support/bundle';

bundle(13, 16);
