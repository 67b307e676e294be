import { Page } from '../parts/page.tsx';

export function UnknownPage() {
  return (
    <Page title="Nothing is here">
      <p>
        This address leads to no page. <a href="#/keys">Go to the API keys</a>.
      </p>
    </Page>
  );
}
