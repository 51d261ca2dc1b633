// The sandboxed frame, seen from the page: one for each owner, made when it is first needed.
import { SandboxError } from './errors';
import { sandboxPage, sandboxPolicy } from './page';

/** What the frame tells: that a run's worker lives, or what became of it. */
export interface FrameMessage {
  kind: 'alive' | 'error' | 'blocked';
  run: number;
  message: string;
  line: number;
  column: number;
}

const greeting = 'react-pancake:sandbox';
const patience = 5000;

/** A frame that can run nothing but workers, and reach nothing at all. */
export class SandboxFrame {
  /** Told what the frame tells. */
  onMessage: (message: FrameMessage) => void = () => {};

  private element: HTMLIFrameElement | null = null;
  private port: Promise<MessagePort> | null = null;

  /** @param address of a page with the sandbox's code on the site itself; null for one made here */
  constructor(private readonly address: string | null) {}

  /** Starts a worker with this code, in the place of the one before. */
  async start(run: number, code: string, port: MessagePort): Promise<void> {
    const frame = await (this.port ??= this.open());
    frame.postMessage({ kind: 'start', run, code, port }, [port]);
  }

  /** Ends the worker. */
  stop(): void {
    void this.port?.then((port) => port.postMessage({ kind: 'stop' })).catch(() => {});
  }

  /** Takes the frame away, and whatever still runs in it. Another one is made when it is needed. */
  close(): void {
    this.element?.remove();
    this.element = null;
    this.port = null;
  }

  private open(): Promise<MessagePort> {
    const element = document.createElement('iframe');
    this.element = element;
    // Without allow-same-origin: the frame is of no origin, so it shares nothing with the page.
    element.setAttribute('sandbox', 'allow-scripts');
    element.setAttribute('referrerpolicy', 'no-referrer');
    element.setAttribute('aria-hidden', 'true');
    element.tabIndex = -1;
    element.hidden = true;
    element.title = 'react-pancake sandbox';
    try {
      if (this.address === null) element.srcdoc = sandboxPage;
      else element.src = this.address;
    } catch {
      // Trusted types let no text become a page.
      this.close();
      return Promise.reject(new SandboxError('blocked', this.blockedMessage()));
    }
    return new Promise((resolve, reject) => {
      const end = () => {
        removeEventListener('message', greet);
        clearTimeout(timer);
      };
      const greet = ({ source, data }: MessageEvent) => {
        if (source !== element.contentWindow || source === null || data !== greeting) return;
        end();
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data: message }) => this.onMessage(message as FrameMessage);
        // The frame has no origin that could be named.
        element.contentWindow!.postMessage(null, '*', [port2]);
        resolve(port1);
      };
      const timer = setTimeout(() => {
        end();
        this.close();
        reject(new SandboxError('blocked', this.blockedMessage()));
      }, patience);
      addEventListener('message', greet);
      document.body.append(element);
    });
  }

  private blockedMessage(): string {
    return this.address === null
      ? `the sandbox does not start: the page's Content-Security-Policy needs ${sandboxPolicy}, and no require-trusted-types-for; or put react-pancake/sandbox.html on the site itself and give its address as sandbox`
      : `the sandbox does not start: ${this.address} is not its page, or the Content-Security-Policy needs frame-src for it`;
  }
}
