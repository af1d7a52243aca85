export { deriveGatewayDocument, type GatewayInput, type GatewayResult } from './derive';
