/** Every variable of the environment that a process reads, with its meaning and, where there is one, its default. */
export interface Setting {
  readonly variable: string;
  readonly means: string;
  readonly fallback?: string;
}

export const settings = {
  databaseUrl: { variable: 'DATABASE_URL', means: '数据库属主连接地址(仅用于迁移)' },
  databaseUrlApi: { variable: 'DATABASE_URL_API', means: '接口进程(doudi_api 角色)的数据库连接地址' },
  databaseUrlWorker: { variable: 'DATABASE_URL_WORKER', means: '工作进程(doudi_worker 角色)的数据库连接地址' },
  temporalAddress: { variable: 'TEMPORAL_ADDRESS', means: 'Temporal 服务地址,如 127.0.0.1:7233' },
  temporalNamespace: { variable: 'TEMPORAL_NAMESPACE', means: 'Temporal 命名空间', fallback: 'default' },
  temporalUiUrl: { variable: 'TEMPORAL_UI_URL', means: 'Temporal 管理页面地址', fallback: '' },
  trustedProxies: {
    variable: 'TRUSTED_PROXIES',
    means: '接口前的代理地址(逗号分隔,可用 loopback、uniquelocal);它们报来的访客地址才算数',
    fallback: 'loopback',
  },
  host: { variable: 'HOST', means: '监听地址', fallback: '127.0.0.1' },
  port: { variable: 'PORT', means: '接口监听端口' },
  apiUrl: { variable: 'API_URL', means: '接口地址,如 http://127.0.0.1:3001' },
  fontDir: { variable: 'FONT_DIR', means: '打印文书所用字体的目录(不设则用随程序安装的字体)', fallback: '' },
  dataDir: { variable: 'DATA_DIR', means: '数据目录(附件与密钥)' },
  exportRows: { variable: 'EXPORT_ROWS', means: '一次导出案件清单的最多行数', fallback: '20000' },
  fileRows: { variable: 'FILE_ROWS', means: '一个导入表格的最多行数(含表头)', fallback: '200000' },
  fileUnpackedMb: { variable: 'FILE_UNPACKED_MB', means: '一个导入的XLSX展开后的最大兆字节数', fallback: '200' },
  smsGatewayUrl: { variable: 'SMS_GATEWAY_URL', means: '短信网关地址(不设则短信等待,文书不受影响)', fallback: '' },
  logLevel: { variable: 'LOG_LEVEL', means: '日志级别', fallback: 'info' },
} as const satisfies Record<string, Setting>;

export type SettingName = keyof typeof settings;
