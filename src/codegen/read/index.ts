export { readService } from './service';
