// The list of all pages, at the side or behind a button.
import { pages, type ListedPage } from './page';

export interface NavigationProps {
  page: ListedPage;
  root: string;
  /** On a small screen, where it stands behind a button. */
  open: boolean;
  onClose: () => void;
}

export function Navigation({ page, root, open, onClose }: NavigationProps) {
  return (
    // Escape is a way out for those who came in by the keyboard; the button does the same.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <nav
      id="site-navigation"
      className="site-navigation"
      aria-label="Pages"
      data-open={open || undefined}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        onClose();
        document.querySelector<HTMLElement>('.menu-button')?.focus();
      }}
    >
      <Group title="Course" section="course" {...{ page, root }} />
      <Group title="Guides" section="guides" {...{ page, root }} />
    </nav>
  );
}

interface GroupProps extends Pick<NavigationProps, 'page' | 'root'> {
  title: string;
  section: ListedPage['section'];
}

function Group({ title, section, page, root }: GroupProps) {
  const listed = pages.filter((one) => one.section === section);
  if (listed.length === 0) return null;
  const id = `navigation-${section}`;
  return (
    <>
      <h2 id={id}>{title}</h2>
      <ul aria-labelledby={id}>
        {listed.map((one) => (
          <li key={one.path}>
            <a
              href={root + one.path}
              aria-current={one.path === page.path ? 'page' : undefined}
              data-number={one.number ?? undefined}
            >
              {one.number !== null && <span className="navigation-number">{one.number}</span>}
              <span>{one.title}</span>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
