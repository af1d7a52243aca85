export * as constructs from './constructs';
