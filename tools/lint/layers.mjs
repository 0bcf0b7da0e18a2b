import { dirname, join, relative, sep } from 'node:path';

/** Which other layers a layer may use by value. Types may come from anywhere, except in domain, which knows nothing of ours. */
export const MAY_USE = {
  domain: [],
  config: ['domain'],
  store: ['domain', 'config', 'generated'],
  workflows: ['domain'],
  activities: ['domain', 'store', 'config', 'generated'],
  api: ['domain', 'store', 'config', 'generated'],
  web: ['domain'],
};

const layerOf = (root, file) => relative(root, file).split(sep)[0];

const isTypeOnly = (node) =>
  (node.importKind ?? node.exportKind) === 'type' ||
  (node.specifiers?.length > 0 &&
    node.specifiers.every((specifier) => (specifier.importKind ?? specifier.exportKind) === 'type'));

/** Imports point one way. By place and not by text: web/shared/api is no part of api. */
export const layers = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { layer: '{{from}} may use {{allowed}} only, not {{to}}{{hint}}.' },
  },
  create(context) {
    const from = layerOf(context.cwd, context.filename);
    const allowed = MAY_USE[from];
    if (!allowed) return {};
    const check = (node) => {
      const source = node.source?.value;
      if (typeof source !== 'string' || !source.startsWith('.')) return;
      const to = layerOf(context.cwd, join(dirname(context.filename), source));
      if (to === from || allowed.includes(to) || (from !== 'domain' && isTypeOnly(node))) return;
      const hint = from === 'domain' ? '' : ' (types may be imported as types)';
      context.report({
        node,
        messageId: 'layer',
        data: { from, to, hint, allowed: allowed.join(', ') || 'nothing of ours' },
      });
    };
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
    };
  },
};
