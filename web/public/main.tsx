import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { PublicPages } from './public-pages';
import './public.css';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <PublicPages />
    </StrictMode>,
  );
}
