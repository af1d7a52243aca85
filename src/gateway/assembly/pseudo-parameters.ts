import type { Json } from '../../shared/json';

/** The account that everything here belongs to. */
export const localAccount = '000000000000';

/** The region of ARNs and of handlers: the developer's own, so that calls to AWS from a handler go where they expect. */
export function localRegion(): string {
  return process.env.AWS_REGION ?? process.env.AWS_DEFAULT_REGION ?? 'us-east-1';
}

/** Stands for `AWS::NoValue`: a member with this value is left out. */
export const noValue = Symbol('AWS::NoValue');

/** The value of a pseudo parameter such as `AWS::Region`; nothing when the name is not one. */
export function pseudoParameter(name: string, stackName: string): Json | typeof noValue | undefined {
  switch (name) {
    case 'AWS::AccountId':
      return localAccount;
    case 'AWS::Region':
      return localRegion();
    case 'AWS::Partition':
      return 'aws';
    case 'AWS::URLSuffix':
      return 'amazonaws.com';
    case 'AWS::StackName':
      return stackName;
    case 'AWS::StackId':
      return `arn:aws:cloudformation:${localRegion()}:${localAccount}:stack/${stackName}/local`;
    case 'AWS::NotificationARNs':
      return [];
    case 'AWS::NoValue':
      return noValue;
    default:
      return undefined;
  }
}
