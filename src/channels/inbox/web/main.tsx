import { render } from "preact";
import { App } from "./app.tsx";
import "./styles/base.css";
import "./styles/controls.css";
import "./styles/shell.css";
import "./list/list.css";
import "./conversation/conversation.css";
import "./conversation/brief.css";
import "./markdown/markdown.css";
import "./conversation/files.css";
import "./styles/pages.css";
import "./settings/settings.css";
import "./health/health.css";
import "./knowledge/knowledge.css";

const root = document.getElementById("app");
if (root) render(<App />, root);
