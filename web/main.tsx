import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Desk } from './desk/desk';
import './shared/styles/base.css';
import './shared/styles/frame.css';
import './shared/styles/table.css';
import './shared/styles/form.css';
import './shared/styles/print.css';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Desk />
    </StrictMode>,
  );
}
