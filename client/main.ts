/** Where the client begins. */
import './settings.ts';
import './app.ts';
import { applyTheme } from './theme.ts';

applyTheme();
