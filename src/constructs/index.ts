export { HandlerFunction, type HandlerFunctionProps } from './handler-function';
