// Rules for the scripts of the network pages, which one page holds one after another (tests/test_views.py).
import js from "@eslint/js";
import globals from "globals";

export default [
  js.configs.recommended,
  {
    languageOptions: { sourceType: "script", ecmaVersion: 2024, globals: { ...globals.browser, vis: "readonly" } },
    rules: {
      "complexity": ["error", 12],
      "eqeqeq": "error",
      "max-len": ["error", { code: 120 }],
      "max-lines-per-function": ["error", 40],
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-var": "error",
      "prefer-const": "error",
    },
  },
];
