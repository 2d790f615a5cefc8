import type { ThemeConfig } from 'antd'

/**
 * The shared tokens (`ui/src/tokens.css`) as antd seed tokens. Values are repeated because antd derives shades from
 * them at run time and cannot derive from a CSS variable; `theme.test.ts` keeps the two lists equal.
 */
export const TOKEN_COLORS = {
  ink: '#1a2233',
  'ink-2': '#4a556b',
  'ink-3': '#626c80',
  paper: '#ffffff',
  'paper-2': '#f5f7fa',
  line: '#d9dfe8',
  'line-strong': '#828b9c',
  primary: '#1553b6',
  'primary-ink': '#0e3f8c',
  'primary-soft': '#e8f0fc',
  ok: '#18794e',
  'ok-soft': '#e7f5ee',
  warn: '#8f5b00',
  'warn-soft': '#fff5dc',
  stop: '#b42318',
  'stop-soft': '#fdecea',
} as const

const c = TOKEN_COLORS

/** Office temperament: 14 px, line height 1.5, radius 6, motion 120 ms. */
export const officeTheme: ThemeConfig = {
  token: {
    colorPrimary: c.primary,
    colorPrimaryHover: c['primary-ink'],
    colorPrimaryActive: c['primary-ink'],
    colorPrimaryBg: c['primary-soft'],
    colorLink: c.primary,
    colorLinkHover: c['primary-ink'],
    colorSuccess: c.ok,
    colorSuccessBg: c['ok-soft'],
    colorWarning: c.warn,
    colorWarningBg: c['warn-soft'],
    colorError: c.stop,
    colorErrorBg: c['stop-soft'],
    colorText: c.ink,
    colorTextSecondary: c['ink-2'],
    colorTextTertiary: c['ink-3'],
    colorTextPlaceholder: c['ink-3'],
    colorTextDisabled: c['ink-3'],
    colorBorder: c['line-strong'],
    colorBorderSecondary: c.line,
    colorBgLayout: c['paper-2'],
    fontFamily: 'var(--font)',
    fontSize: 14,
    lineHeight: 1.5,
    borderRadius: 6,
    borderRadiusSM: 6,
    borderRadiusLG: 6,
    controlHeight: 34,
    motionDurationFast: '0.12s',
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.12s',
    wireframe: false,
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', contentFontSizeLG: 15 },
  },
}
