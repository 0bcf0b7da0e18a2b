const { readFileSync } = require('node:fs');
const { transformSync } = require('@swc/core');

// For processes that a test forks: they run the sources, as the test itself does.
const options = {
  jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
};
require.extensions['.ts'] = (module, filename) =>
  module._compile(transformSync(readFileSync(filename, 'utf8'), { ...options, filename }).code, filename);
