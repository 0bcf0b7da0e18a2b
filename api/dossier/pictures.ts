import { civilDateAt, sayDate } from '../../domain/civil-date';
import { AppError } from '../../domain/errors';
import { paragraph, type Block } from '../../domain/letters/typeset/blocks';
import type { Document } from '../../generated/prisma/client';
import type { FileStore } from '../../store/files';
import { inspectPdf } from '../../store/pdf/uploaded';
import { documentKinds, type DocumentKind } from '../../domain/documents/kinds';
import type { Contents } from './contents';
import { section } from './sections';

/** Pictures that can be drawn on the page; what cannot is named, with its hash, and printed from the case page. */
const PRINTABLE: ReadonlySet<string> = new Set(['image/jpeg', 'image/png']);

const PDF = 'application/pdf';

const formats: Readonly<Record<string, string>> = {
  'image/webp': 'WebP 图片',
  'image/heic': 'HEIC 图片',
};

const labelOf = (kind: string): string => documentKinds[kind as DocumentKind] ?? kind;

const captionOf = ({ name, uploadedAt, sha256 }: Document, owner: string | undefined): string =>
  `${name}${owner ? `(${owner})` : ''} ${sayDate(civilDateAt(uploadedAt.getTime()))}上传 SHA-256 ${sha256.slice(0, 16)}`;

/** Why a PDF is not drawn: the page says so, so that nobody misses it without knowing. */
const unreadable = {
  encrypted: 'PDF 文件设有密码,不能印入档案;请换成不带密码的文件重新上传,或在系统内打开原件打印',
  damaged: 'PDF 文件已损坏,不能印入档案;请重新扫描上传',
  tooLong: 'PDF 文件页数太多,没有印入档案;请在系统内打开原件打印',
} as const;

const pagesOf = async (bytes: Buffer, caption: string): Promise<Block> => {
  const found = await inspectPdf(bytes);
  return found.state === 'readable'
    ? { kind: 'pages', bytes, pages: found.pages, caption }
    : paragraph(`${caption}(${unreadable[found.state]})`);
};

const blockOf = async (files: FileStore, document: Document, owner: string | undefined): Promise<Block> => {
  const caption = captionOf(document, owner);
  if (document.mime !== PDF && !PRINTABLE.has(document.mime))
    return paragraph(`${caption}(${formats[document.mime] ?? document.mime},请在系统内打开原件打印)`);
  try {
    const bytes = await files.get(document.storageKey);
    return document.mime === PDF ? await pagesOf(bytes, caption) : { kind: 'picture', bytes, caption };
  } catch (error) {
    if (error instanceof AppError && error.code === 'fileMissing')
      return paragraph(`${caption}(附件文件不在存储中,请联系管理员从备份恢复)`);
    throw error;
  }
};

/** A section per kind of document, in the order of the kinds. */
export const documentSections = async (files: FileStore, { documents, people }: Contents): Promise<Block[]> => {
  const kinds = Object.keys(documentKinds).filter((kind) => documents.some((one) => one.kind === kind));
  const blocks: Block[] = [];
  for (const kind of kinds) {
    blocks.push(section(labelOf(kind)));
    for (const one of documents.filter((document) => document.kind === kind))
      blocks.push(await blockOf(files, one, one.personId ? people.get(one.personId)?.name : undefined));
  }
  return blocks;
};
