#!/usr/bin/env node
import { existsSync } from 'node:fs';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import type * as Cli from './run';

/**
 * The engine compiles anew, on other threads, what runs often, and bets that it goes on running. A command is over before most of that
 * pays, so it waits three times as long. With idle cores a command takes the same time, but a third less of the processor, which is time
 * where builds run side by side.
 */
setFlagsFromString('--interrupt-budget=400000');

// All modules in one file, which projenrc/bundle-cli.mjs makes when this is compiled: Node is done with one sooner than with three hundred.
const bundle = path.join(__dirname, 'bundle.js');
const { run } = require(existsSync(bundle) ? bundle : './run') as typeof Cli;

run(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
