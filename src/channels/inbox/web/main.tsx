import { render } from "preact";
import { App } from "./app.tsx";
import "./styles/base.css";
import "./styles/controls.css";
import "./styles/shell.css";
import "./styles/list.css";
import "./styles/thread.css";
import "./styles/brief.css";
import "./styles/markdown.css";
import "./styles/files.css";
import "./styles/pages.css";
import "./styles/settings.css";
import "./styles/health.css";
import "./styles/knowledge.css";

const root = document.getElementById("app");
if (root) render(<App />, root);
