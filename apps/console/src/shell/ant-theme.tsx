import { useLanguage } from '@firstfix/ui/language.ts';
import { useTheme } from '@firstfix/ui/theme.ts';
import { FONT_STACK, GRID, PALETTES, RADIUS } from '@firstfix/ui/tokens.ts';
import { App, theme as ant, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import type { ReactNode } from 'react';

/** Ant Design in the colours, type and corners of the design system. */
export function AntTheme({ children }: { children: ReactNode }) {
  const theme = useTheme();
  const language = useLanguage();
  const palette = PALETTES[theme];
  return (
    <ConfigProvider
      button={{ autoInsertSpace: false }}
      locale={language === 'zh' ? zhCN : enUS}
      theme={{
        algorithm: theme === 'dark' ? ant.darkAlgorithm : ant.defaultAlgorithm,
        token: {
          colorPrimary: palette.celadon,
          colorInfo: palette.indigo,
          colorSuccess: palette.celadon,
          colorWarning: palette.amber,
          colorError: palette.vermilion,
          colorTextBase: palette.ink,
          colorBgBase: palette.paper,
          colorBgContainer: palette.paperRaised,
          colorBgElevated: palette.paperRaised,
          colorBgLayout: palette.paper,
          colorBorder: palette.line,
          colorBorderSecondary: palette.line,
          colorTextLightSolid: palette.onCeladon,
          colorTextDescription: palette.inkSoft,
          colorTextPlaceholder: palette.ash,
          borderRadius: RADIUS,
          fontFamily: FONT_STACK,
          fontSize: 14,
          sizeUnit: GRID,
        },
      }}
    >
      <App component={false}>{children}</App>
    </ConfigProvider>
  );
}
