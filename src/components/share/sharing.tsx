// Whether figures offer to be shared: said for one figure, for a run, or for a whole page.
import { createContext, useContext, useMemo, type ReactNode } from 'react';

/** What a menu can offer. */
export type ShareItem = 'link' | 'embed' | 'png' | 'svg' | 'csv';

/** All that a menu can offer, in order. */
export const shareItems: readonly ShareItem[] = ['link', 'embed', 'png', 'svg', 'csv'];

/** Whether there is a menu, or what it offers. */
export type ShareSetting = boolean | readonly ShareItem[];

interface Settings {
  /** Undefined where nobody said anything. */
  setting?: ShareSetting | undefined;
  /** The name of the run in the fragment of an address. */
  linkKey?: string | undefined;
  /** Where the site has `embed.html`. */
  embedAddress?: string | undefined;
}

const SharingContext = createContext<Settings>({});

/** The settings for all figures inside; what is not given is as around. */
export function Sharing({ children, ...own }: Settings & { children: ReactNode }) {
  const around = useContext(SharingContext);
  const { setting = around.setting, linkKey = around.linkKey } = own;
  const { embedAddress = around.embedAddress } = own;
  const settings = useMemo(
    () => ({ setting, linkKey, embedAddress }),
    [setting, linkKey, embedAddress],
  );
  return <SharingContext.Provider value={settings}>{children}</SharingContext.Provider>;
}

/** Props of {@link PancakeSharing}. */
export interface PancakeSharingProps {
  /** Whether the figures have a menu, or what it offers. @default as around */
  share?: ShareSetting;
  /**
   * The address of the package's `embed.html` on your site, for iframes.
   * @default a place to be filled in
   */
  embedAddress?: string;
  children?: ReactNode;
}

/**
 * Says for all figures inside whether they offer to be shared: `<PancakeSharing share={false}>` around a
 * site has no menu anywhere. A figure's own `share` and that of its run come first.
 */
export function PancakeSharing({ share, embedAddress, children }: PancakeSharingProps) {
  return (
    <Sharing setting={share} embedAddress={embedAddress}>
      {children}
    </Sharing>
  );
}

/** The settings in force. */
export function useSharing(): Settings {
  return useContext(SharingContext);
}

/** What is said for a figure, or else around it; undefined if nothing is. */
export function useShareSetting(own: ShareSetting | undefined): ShareSetting | undefined {
  const { setting } = useContext(SharingContext);
  return own ?? setting;
}
