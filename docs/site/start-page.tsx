// The start: what this is, a network that learns, and the way in.
import { DecisionBoundary, LossChart, Pancake, TrainerControls } from 'react-pancake';
import { summaries } from 'virtual:summaries';
import { pages, siteTitle, type ListedPage } from './page';

export default function StartPage({ root }: { root: string }) {
  const course = pages.filter(({ section }) => section === 'course');
  const guides = pages.filter(({ section }) => section === 'guides');
  const first = course[0];
  return (
    <>
      <h1>{siteTitle}</h1>
      <p className="lead">
        A neural network is a stack of pancakes: simple functions, one on top of the other, each
        with a forward and a backward. This course builds one from its smallest part, and everything
        in it runs in the page while you read.
      </p>
      <Pancake data="moons" model={[2, 10, 10, 1]} seed={7}>
        <div className="pancake-whole">
          <DecisionBoundary />
          <LossChart />
          <TrainerControls />
        </div>
      </Pancake>
      <p>
        This network has never seen the two crescents before. Press Play, and watch the boundary
        bend until it runs between them. By page 7 you will know every number that moves it.
      </p>
      {first && (
        <p>
          <a className="begin" href={root + first.path}>
            Begin with page 1
          </a>
        </p>
      )}
      <h2 id="course">The course</h2>
      <PageList pages={course} root={root} />
      {guides.length > 0 && (
        <>
          <h2 id="guides">Guides for authors</h2>
          <p>To put such figures into a page of your own.</p>
          <PageList pages={guides} root={root} />
        </>
      )}
    </>
  );
}

function PageList({ pages: listed, root }: { pages: readonly ListedPage[]; root: string }) {
  return (
    <ul className="page-list">
      {listed.map(({ path, number, title }) => (
        <li key={path}>
          <span className="page-list-number">{number}</span>
          <span>
            <a href={root + path}>{title}</a> <span>{summaries[path]}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
