import { endServices } from './services';

export default endServices;
