import { devDependencies } from '../../package.json';
import { javaInfrastructureProject, javaPackageNames, javaVersions, toPom } from '../../src/shared/java-packages';

test.each<[string, string, Partial<ReturnType<typeof javaPackageNames>>]>([
  ['a name', 'Pets', { infrastructure: 'pets-java-infra', package: 'com.example.pets.infra', app: 'pets-app' }],
  ['a scope', '@acme/pets', { infrastructure: 'acme-pets-java-infra', package: 'com.example.acmepets.infra' }],
  ['a keyword', 'class', { infrastructure: 'class-java-infra', package: 'com.example.class_.infra' }],
  ['a device of Windows', 'con', { package: 'com.example.con_.infra' }],
  [
    'a digit at the start',
    '3d print',
    { infrastructure: '3d-print-java-infra', package: 'com.example._3dprint.infra' },
  ],
  ['no letter', '名前', { infrastructure: 'api-java-infra', package: 'com.example.api.infra' }],
])('%s makes names of Java packages', (_, name, want) => {
  expect(javaPackageNames(name)).toMatchObject({ groupId: 'com.example', ...want });
});

test('the Java package can be chosen, and what is above it is the group', () => {
  expect(javaPackageNames('pets', 'org.acme.shop')).toEqual({
    groupId: 'org.acme',
    infrastructure: 'pets-java-infra',
    package: 'org.acme.shop.infra',
    runtime: 'pets-java-runtime',
    runtimePackage: 'org.acme.shop.runtime',
    handlers: 'pets-java-handlers',
    handlersPackage: 'org.acme.shop.handlers',
    app: 'pets-app',
    appPackage: 'org.acme.shop.app',
  });
  expect(javaPackageNames('pets', 'shop').groupId).toBe('shop');
});

test.each(['', 'a..b', 'a.1b', 'a-b', 'org.class', 'a.b;'])("'%s' is no Java package", (name) => {
  expect(() => javaPackageNames('pets', name)).toThrow(/is no name of a Java package.*such as 'com.example.pets'/);
});

test('the constructs are found in the npm package, and run on the CDK that they are tested with', () => {
  const { dependencies, repositories } = javaInfrastructureProject('pets');
  expect(repositories).toEqual({
    'type-safe-api-project': '${project.baseUri}../../../node_modules/type-safe-api-project/bindings/java',
  });
  expect(dependencies).toHaveProperty(['io.github.typesafeapiproject:type-safe-api-project']);
  expect(javaVersions['software.amazon.awscdk:aws-cdk-lib']).toBe(devDependencies['aws-cdk-lib']);
});

test('a pom is XML whatever the name of the API', () => {
  const project = javaInfrastructureProject('a<b>&c\u0001', { tool: '../tool' });
  expect(toPom(project)).toContain('  <description>CDK constructs of a&lt;b&gt;&amp;c </description>\n');
  expect(toPom(project)).toContain(`
    <dependency>
      <groupId>software.amazon.awscdk</groupId>
      <artifactId>aws-cdk-lib</artifactId>
      <version>${javaVersions['software.amazon.awscdk:aws-cdk-lib']}</version>
    </dependency>
`);
});
