import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Desk } from './desk/desk';
import './shared/base.css';
import './shared/print.css';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Desk />
    </StrictMode>,
  );
}
