import { Stack } from 'aws-cdk-lib/core';
import { Api } from 'hello-typescript-infra';

new Api(new Stack(), 'Api', { integrations: {} });
