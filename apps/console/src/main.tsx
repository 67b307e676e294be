import './styles/theme.css';
import './styles/page.css';
import './styles/controls.css';
import './styles/parts.css';
import './styles/lists.css';
import { render } from 'preact';
import { App } from './app.tsx';

const place = document.getElementById('page');
if (place) render(<App />, place);
