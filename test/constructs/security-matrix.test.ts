import {
  expectOutcome,
  guard,
  iam,
  models,
  type Outcome,
  open,
  outcomeOf,
  type Said,
  secured,
  warned,
} from './security-outcomes';

const partly = 'partly-secured';
const clash = /the model secures it by '.*' \(.*\) and the app by (the default|its) authorizer '.*' \(.*\); (give|use)/;
const choose = /the model lets callers choose between .*, and a method of API Gateway has one authorizer; give/;
const public_ =
  /the model lets anybody call it, by '(security: \[\]|\{\}.*)'?.*, and its authorizer '.*' does not; remove/;
const scopes = /the model asks for the scopes '.*', and (the default|its) authorizer 'users' for '.*'; leave them out/;
const unnamed = /nothing says which authorizer that is; give it an authorizer with the authorizerId '(guard|users)'/;

type Row = Partial<Record<Said, Outcome | RegExp>>;

const matrix: Record<keyof typeof models, Row> = {
  nothing: {
    nothing: warned,
    'default none': open,
    'default iam': secured(iam),
    'default guard': secured(guard),
    'default users': secured({ users: [] }),
    'own none': open,
    'own iam': secured(iam),
    'own guard': secured(guard),
    'own users read': secured({ users: ['read'] }),
  },
  '[]': {
    nothing: open,
    'default none': open,
    'default iam': open,
    'default guard': open,
    'default asked': open,
    'own none': open,
    'own iam': public_,
    'own guard': public_,
    'own asked': public_,
  },
  '[{}]': { nothing: open, 'default iam': open, 'own none': open, 'own iam': public_ },
  guard: {
    nothing: unnamed,
    'default none': unnamed,
    'default iam': clash,
    'default guard': secured(guard),
    'default other': clash,
    'own none': clash,
    'own iam': clash,
    'own guard': secured(guard),
    'own other': clash,
    'own users': clash,
  },
  complete: {
    nothing: secured({ complete: [] }),
    'default none': secured({ complete: [] }),
    'default iam': clash,
    'own none': clash,
    'own other': clash,
  },
  sigv4: {
    nothing: secured({ sigv4: [] }),
    'default none': secured({ sigv4: [] }),
    'default iam': secured(iam),
    'default guard': clash,
    'own none': clash,
    'own iam': secured(iam),
    'own guard': clash,
  },
  users: {
    nothing: unnamed,
    'default iam': clash,
    'default users': secured({ users: [] }),
    'own users': secured({ users: [] }),
    'own users read': secured({ users: ['read'] }),
    'own guard': clash,
  },
  'users read': {
    'default users': secured({ users: ['read'] }),
    'own users': secured({ users: ['read'] }),
    'own users read': secured({ users: ['read'] }),
  },
  key: {
    nothing: secured({ key: [] }),
    'default none': { security: [{ key: [] }], open: false, warnings: [] },
    'default iam': secured({ ...iam, key: [] }),
    'default guard': secured({ ...guard, key: [] }),
    'own none': { security: [{ key: [] }], open: true, warnings: [] },
    'own iam': secured({ ...iam, key: [] }),
    'own guard': secured({ ...guard, key: [] }),
  },
  'key and guard': {
    nothing: unnamed,
    'default iam': clash,
    'default guard': secured({ ...guard, key: [] }),
    'own none': clash,
    'own guard': secured({ ...guard, key: [] }),
    'own other': clash,
  },
  'key and bearer': {
    nothing: secured({ key: [] }, 'unsecured'),
    'default none': { security: [{ key: [] }], open: true, warnings: [] },
    'default guard': secured({ ...guard, key: [] }),
    'own none': { security: [{ key: [] }], open: true, warnings: [] },
  },
  bearer: {
    nothing: warned,
    'default none': open,
    'default iam': secured(iam),
    'default guard': secured(guard),
    'own none': open,
    'own iam': secured(iam),
    'own guard': secured(guard),
    'own users read': secured({ users: ['read'] }),
  },
  'oauth read': {
    nothing: warned,
    'default none': open,
    'default users': secured({ users: ['read'] }),
    'default users read': secured({ users: ['read'] }),
    'default guard': secured(guard),
    'own none': open,
    'own users': secured({ users: ['read'] }),
    'own users read': secured({ users: ['read'] }),
  },
  'oauth read and write': {
    'default users': secured({ users: ['read', 'write'] }, partly),
    'default users read': scopes,
    'own users read': scopes,
    'own guard': secured(guard),
  },
  'read or write': {
    'default users': secured({ users: ['read', 'write'] }),
    'own users read': scopes,
  },
  'sigv4 or users': {
    nothing: choose,
    'default none': choose,
    'default iam': secured(iam, partly),
    'default guard': clash,
    'own none': clash,
    'own iam': secured(iam),
    'own users': secured({ users: [] }),
    'own guard': secured(guard),
  },
  'sigv4 and users': {
    nothing: /the model asks for 'sigv4' \(IAM\) and 'users' \(Cognito\) at once, and a method of API Gateway has one/,
    'own iam': /at once, and a method of API Gateway has one authorizer; leave one/,
    'own guard': secured(guard),
  },
  'sigv4 or bearer': {
    nothing: choose,
    'default iam': secured(iam, partly),
    'default guard': secured(guard, partly),
    'own none': clash,
    'own iam': secured(iam),
    'own guard': secured(guard),
  },
  'key or sigv4': {
    nothing: choose,
    'own none': { security: [{ key: [] }], open: true, warnings: [] },
    'own iam': secured(iam),
    'own guard': secured({ ...guard, key: [] }),
  },
  'sigv4 and bearer': {
    nothing: secured({ sigv4: [] }, partly),
    'default iam': secured(iam, partly),
    'own guard': clash,
    'own none': clash,
  },
  'bearer or {}': {
    nothing: { ...open, warnings: [partly] },
    'default none': open,
    'default iam': { ...open, warnings: [partly] },
    'default asked': secured({ asked: [] }),
    'own none': open,
    'own iam': public_,
    'own guard': public_,
    'own asked': secured({ asked: [] }),
  },
  'guard or {}': {
    nothing: { ...open, warnings: [partly] },
    'default guard': { ...open, warnings: [partly] },
    'own none': open,
    'own guard': public_,
    'own asked': clash,
  },
};

const cells = Object.entries(matrix).flatMap(([model, row]) =>
  Object.entries(row).map(([said, outcome]) => [model as keyof typeof models, said as Said, outcome] as const),
);

test.each(cells)('an operation whose model says %s and whose app says %s', (model, said, outcome) => {
  expectOutcome(() => outcomeOf(models[model], undefined, said), outcome);
});

// Requirements of the whole model are those of its operations, but a list that is empty makes no operation public by name.
test.each(cells.filter(([model]) => !['nothing', '[]'].includes(model)))(
  'a model that says %s for all its operations and an app that says %s',
  (model, said, outcome) => {
    expectOutcome(() => outcomeOf(undefined, models[model], said), outcome);
  },
);

test.each(cells.filter(([model]) => ['[]', '[{}]', 'guard', 'key', 'bearer or {}'].includes(model)))(
  'an operation whose model says %s, unlike the whole model, and whose app says %s',
  (model, said, outcome) => {
    expectOutcome(() => outcomeOf(models[model], [{ complete: [] }, { bearer: [] }], said), outcome);
  },
);

test('an empty list for the whole model says nothing about an operation', () => {
  expect(outcomeOf(undefined, [], 'nothing')).toEqual(warned);
});
