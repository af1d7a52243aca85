import { Match, Template } from 'aws-cdk-lib/assertions';
import { App, Fn, Stack } from 'aws-cdk-lib/core';
import { type CidrAllowList, TypeSafeRestApi, type WebAclOptions } from '../../src/constructs';
import { gatewayDocument, mock, specFile, templateOf } from './support';

const webAcl = 'AWS::WAFv2::WebACL';
const ipSet = 'AWS::WAFv2::IPSet';
const association = 'AWS::WAFv2::WebACLAssociation';

function api(webAclOptions?: WebAclOptions, stack = new Stack(new App(), 'Stack'), id = 'Api'): TypeSafeRestApi {
  const specPath = specFile(gatewayDocument({ sayHello: 'get /hello' }));
  return new TypeSafeRestApi(stack, id, { specPath, integrations: { sayHello: mock }, webAclOptions });
}

interface Rule {
  readonly Name: string;
  readonly Priority: number;
  readonly Statement: object;
}

function rulesOf(made: TypeSafeRestApi): readonly Rule[] {
  const [resource] = Object.values(templateOf(made).findResources(webAcl));
  return resource?.Properties.Rules;
}

test('the common rules of AWS stand in front of the stage, but bodies may be large', () => {
  const made = api();
  const template = templateOf(made);
  template.hasResourceProperties(webAcl, { Scope: 'REGIONAL', DefaultAction: { Allow: {} } });
  expect(rulesOf(made)).toEqual([
    {
      Name: 'AWS-AWSManagedRulesCommonRuleSet',
      Priority: 2,
      OverrideAction: { None: {} },
      Statement: {
        ManagedRuleGroupStatement: {
          VendorName: 'AWS',
          Name: 'AWSManagedRulesCommonRuleSet',
          RuleActionOverrides: [{ Name: 'SizeRestrictions_BODY', ActionToUse: { Count: {} } }],
        },
      },
      VisibilityConfig: expect.objectContaining({ MetricName: 'AWS-AWSManagedRulesCommonRuleSet' }),
    },
  ]);
  expect([made.webAcl, made.webAclAssociation].every((each) => each !== undefined)).toBe(true);
  expect([made.ipSet, made.ipSets]).toEqual([undefined, []]);
});

test('the association waits for the stage', () => {
  const template = templateOf(api());
  const [stage = ''] = Object.keys(template.findResources('AWS::ApiGateway::Stage'));
  template.hasResource(association, {
    DependsOn: [stage],
    Properties: {
      WebACLArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('WebAcl'), 'Arn'] },
      ResourceArn: { 'Fn::Join': ['', Match.arrayWith(['/stages/', { Ref: stage }])] },
    },
  });
});

test('it can be turned off', () => {
  const made = api({ disable: true });
  for (const type of [webAcl, ipSet, association]) templateOf(made).resourceCountIs(type, 0);
  expect([made.webAcl, made.webAclAssociation]).toEqual([undefined, undefined]);
});

test('it can be one of the user', () => {
  const webAclArn = Fn.importValue('web-acl');
  const made = api({ webAclArn });
  templateOf(made).resourceCountIs(webAcl, 0);
  templateOf(made).hasResourceProperties(association, { WebACLArn: { 'Fn::ImportValue': 'web-acl' } });
  expect(made.webAcl).toBeUndefined();
  expect(() => api({ webAclArn, managedRules: [] })).toThrow(
    "'webAclOptions' have a web ACL of your own, to which 'managedRules' does not apply; add the rules to that web ACL, or remove 'webAclArn' [at Stack/Api]",
  );
});

test('groups of rules have the order of the list, a version, overrides and a scope', () => {
  const scopeDownStatement = { geoMatchStatement: { countryCodes: ['DE'] } };
  const made = api({
    managedRules: [
      { name: 'AWSManagedRulesSQLiRuleSet', version: 'Version_2.0', countOnly: true, scopeDownStatement },
      { name: 'Bots', vendorName: 'Somebody', priority: 10, managedRuleGroupConfigs: [{ loginPath: '/login' }] },
    ],
  });
  expect(rulesOf(made)).toMatchObject([
    {
      Name: 'AWS-AWSManagedRulesSQLiRuleSet',
      Priority: 2,
      OverrideAction: { Count: {} },
      Statement: {
        ManagedRuleGroupStatement: {
          Version: 'Version_2.0',
          ScopeDownStatement: { GeoMatchStatement: { CountryCodes: ['DE'] } },
        },
      },
    },
    {
      Name: 'Somebody-Bots',
      Priority: 10,
      OverrideAction: { None: {} },
      Statement: { ManagedRuleGroupStatement: { ManagedRuleGroupConfigs: [{ LoginPath: '/login' }] } },
    },
  ]);
});

test.each<[string, WebAclOptions, string]>([
  [
    'one group twice',
    { managedRules: [{ name: 'A' }, { name: 'A', vendorName: 'AWS' }] },
    "'webAclOptions.managedRules' have 'AWS-A' twice; a web ACL has a group once [at Stack/Api]",
  ],
  [
    'one priority twice',
    { managedRules: [{ name: 'A' }, { name: 'B', priority: 2 }] },
    "the rules 'AWS-A' and 'AWS-B' of 'webAclOptions' have the same priority, 2; each rule of a web ACL has its own",
  ],
  [
    'the priority of the allow list',
    { managedRules: [{ name: 'A', priority: 1 }], cidrAllowList: { cidrRanges: ['10.0.0.0/8'] } },
    "the rules 'CidrAllowList' and 'AWS-A' of 'webAclOptions' have the same priority, 1",
  ],
])('%s is an error', (_, options, message) => {
  expect(() => api(options)).toThrow(message);
});

describe('the allow list', () => {
  test('blocks what comes from elsewhere, before other rules', () => {
    const made = api({ cidrAllowList: { cidrType: 'IPV4', cidrRanges: ['192.0.2.44/32', '10.0.0.0/8'] } });
    const template = templateOf(made);
    template.resourceCountIs(ipSet, 1);
    template.hasResourceProperties(ipSet, {
      ...{ IPAddressVersion: 'IPV4', Scope: 'REGIONAL', Addresses: ['192.0.2.44/32', '10.0.0.0/8'] },
    });
    const [rule, next] = rulesOf(made);
    expect(rule).toMatchObject({
      Priority: 1,
      Action: { Block: {} },
      Statement: { NotStatement: { Statement: { IPSetReferenceStatement: { Arn: expect.anything() } } } },
    });
    expect(next).toMatchObject({ Priority: 2 });
    expect(made.ipSet).toBe(made.ipSets[0]);
  });

  test('has a set for each kind of address', () => {
    const made = api({ cidrAllowList: { cidrRanges: ['2001:db8::/32', '10.0.0.0/8', '::1/128'] } });
    const template = templateOf(made);
    template.hasResourceProperties(ipSet, { IPAddressVersion: 'IPV4', Addresses: ['10.0.0.0/8'] });
    template.hasResourceProperties(ipSet, { IPAddressVersion: 'IPV6', Addresses: ['2001:db8::/32', '::1/128'] });
    const set = { IPSetReferenceStatement: { Arn: expect.anything() } };
    expect(rulesOf(made)[0]?.Statement).toEqual({
      NotStatement: { Statement: { OrStatement: { Statements: [set, set] } } },
    });
  });

  test('takes ranges that are only known when the stack is deployed', () => {
    const cidrAllowList = { cidrRanges: [Fn.importValue('office')], cidrType: 'IPV6' };
    templateOf(api({ cidrAllowList })).hasResourceProperties(ipSet, {
      IPAddressVersion: 'IPV6',
      Addresses: [{ 'Fn::ImportValue': 'office' }],
    });
  });

  test.each<[string, CidrAllowList, string]>([
    ['no ranges', { cidrRanges: [] }, "has no ranges, so nobody could call the API; add some to 'cidrRanges'"],
    ['an address', { cidrRanges: ['10.0.0.1'] }, "'10.0.0.1' of 'cidrAllowList' is not a range that AWS WAF knows"],
    ['all addresses', { cidrRanges: ['0.0.0.0/0'] }, 'with a length of at least 1'],
    ['a length of the other kind', { cidrRanges: ['10.0.0.0/33'] }, "'10.0.0.0/33' of 'cidrAllowList' is not"],
    ['a name', { cidrRanges: ['example.com/24'] }, "'example.com/24' of 'cidrAllowList' is not a range"],
    [
      'the other kind',
      { cidrRanges: ['10.0.0.0/8'], cidrType: 'IPV6' },
      "'10.0.0.0/8' of 'cidrAllowList' is IPV4 and its 'cidrType' IPV6; remove 'cidrType' to have both [at Stack/Api]",
    ],
    [
      'no kind',
      { cidrRanges: ['10.0.0.0/8'], cidrType: 'v4' },
      "'cidrType' of 'cidrAllowList' is 'v4'; it is 'IPV4' or",
    ],
    [
      'an unknown kind',
      { cidrRanges: [Fn.importValue('office')] },
      "say with 'cidrType' whether it is 'IPV4' or 'IPV6'",
    ],
  ])('with %s is an error', (_, cidrAllowList, message) => {
    expect(() => api({ cidrAllowList })).toThrow(message);
  });
});

test('no two web ACLs have the same name or metric', () => {
  const app = new App();
  const stacks = [new Stack(app, 'One'), new Stack(app, 'Two')];
  for (const stack of stacks) for (const id of ['Api', 'Other']) api({}, stack, id);
  const all = stacks.flatMap((stack) => Object.values(Template.fromStack(stack).findResources(webAcl)));
  expect(new Set(all.map(({ Properties }) => Properties.VisibilityConfig.MetricName)).size).toBe(4);
  // CloudFormation makes names where there are none.
  expect(all.flatMap(({ Properties }) => Properties.Name ?? [])).toEqual([]);
});
