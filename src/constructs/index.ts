export { HandlerFunction, HandlerFunctionProps } from './handler-function';
