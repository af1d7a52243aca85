import type { CfnRestApi, SpecRestApi } from 'aws-cdk-lib/aws-apigateway';
import { Annotations, Aspects, Stack } from 'aws-cdk-lib/core';
import { isJsonObject } from '../../../shared/json';

/** Can be raised. @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html */
const quota = 8192;

/** The fewest characters that stand for pseudo parameters. */
const pseudoParameters: Readonly<Record<string, string>> = {
  'AWS::AccountId': '000000000000',
  'AWS::Partition': 'aws',
  'AWS::Region': 'eu-west-1',
  'AWS::URLSuffix': 'amazonaws.com',
};

/** Measures the resource policy of an API once the app is complete, since statements may be added until then. */
export function watchPolicySize(api: SpecRestApi): void {
  Aspects.of(api).add({
    visit: (node) => {
      if (node === api) checkPolicySize(api);
    },
  });
}

function checkPolicySize(api: SpecRestApi): void {
  const { policy } = api.node.defaultChild as CfnRestApi;
  const resolved: unknown = Stack.of(api).resolve(policy);
  if (resolved === undefined) return;
  const { length } = JSON.stringify(atLeast(resolved));
  if (length <= quota) return;
  Annotations.of(api).addWarningV2(
    'type-safe-api-project:policy-size',
    `the resource policy of the API has at least ${length.toLocaleString('en-US')} characters and the quota is ${quota.toLocaleString('en-US')}; put principals, actions or addresses into fewer statements, have 'webAclOptions.cidrAllowList' check addresses, or have the quota raised`,
  );
}

/** A value of a template with each function in it replaced by the shortest text that it may become. */
function atLeast(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(atLeast);
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value);
  const [[name, argument] = ['', undefined]] = entries;
  if (entries.length === 1 && name === 'Ref') return pseudoParameters[String(argument)] ?? '';
  if (entries.length === 1 && name === 'Fn::Join' && Array.isArray(argument)) {
    const [separator, parts] = argument;
    return Array.isArray(parts) ? parts.map(atLeast).join(String(separator)) : '';
  }
  if (entries.length === 1 && name.startsWith('Fn::')) return '';
  return Object.fromEntries(entries.map(([key, item]) => [key, atLeast(item)]));
}
