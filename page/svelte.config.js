import { vitePreprocess } from "@sveltejs/vite-plugin-svelte";

// What scrolls must be reached by the keyboard, so regions may be stopped at.
export default {
  preprocess: vitePreprocess(),
  compilerOptions: { warningFilter: (warning) => warning.code !== "a11y_no_noninteractive_tabindex" },
};
