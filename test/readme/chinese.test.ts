import { testReadme } from "./runs-as-told.ts";

testReadme("README.zh.md", "zh");
