export { emitRuntime } from './package';
