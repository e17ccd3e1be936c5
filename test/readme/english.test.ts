import { testReadme } from "./runs-as-told.ts";

testReadme("README.md", "en");
