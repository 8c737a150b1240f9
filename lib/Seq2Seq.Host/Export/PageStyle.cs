namespace Seq2Seq.Host.Export;

/// <summary>The style of the static pages, light and dark.</summary>
internal static class PageStyle
{
    public const string Text = """
        :root { color-scheme: light dark; --ink: #1b1f24; --paper: #ffffff; --faint: #6a737d; --line: #d9dee3; --code: #f5f7f9; --link: #0a58ca; --bad: #b42318; --k: #8250df; --s: #0a6b3d; --n: #0550ae; --c: #6a737d; --t: #953800; --m: #24507a; }
        @media (prefers-color-scheme: dark) {
          :root { --ink: #e3e7eb; --paper: #14181d; --faint: #98a2ad; --line: #343b43; --code: #1d232a; --link: #7db3ff; --bad: #ff9a8f; --k: #c9a6ff; --s: #7fd6a4; --n: #8cc0ff; --c: #98a2ad; --t: #ffb380; --m: #a9cdf0; }
        }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--paper); color: var(--ink); font: 17px/1.6 system-ui, -apple-system, "Segoe UI", "Noto Sans", "Noto Sans CJK SC", sans-serif; }
        main { max-width: 54rem; margin: 0 auto; padding: 0 1rem; }
        nav { max-width: 54rem; margin: 1rem auto; padding: 0 1rem; display: flex; gap: 1rem; justify-content: space-between; font-size: 0.9rem; }
        a { color: var(--link); }
        h1, h2, h3 { line-height: 1.25; margin: 1.6em 0 0.5em; }
        h1 { font-size: 2rem; } h2 { font-size: 1.45rem; } h3 { font-size: 1.15rem; }
        pre, code { font-family: ui-monospace, "Cascadia Code", "Noto Sans Mono", Menlo, Consolas, monospace; font-size: 0.86rem; }
        pre { margin: 0; overflow-x: auto; line-height: 1.5; }
        .text pre, .text code { background: var(--code); border-radius: 4px; }
        .text pre { padding: 0.7rem 0.9rem; } .text code { padding: 0.1em 0.3em; } .text pre code { padding: 0; }
        .code { margin: 1rem 0; position: relative; }
        .source { background: var(--code); border: 1px solid var(--line); border-radius: 6px; padding: 0.7rem 0.9rem; }
        .number { font-size: 0.72rem; color: var(--faint); }
        .outputs { padding: 0.5rem 0.9rem; overflow-x: auto; }
        .outputs pre { white-space: pre-wrap; overflow-wrap: anywhere; }
        .stderr { color: var(--faint); } .error { color: var(--bad); }
        .k { color: var(--k); } .s { color: var(--s); } .n { color: var(--n); } .c, .d { color: var(--c); } .t { color: var(--t); } .m { color: var(--m); }
        table { border-collapse: collapse; font-size: 0.92rem; margin: 0.5rem 0; }
        th, td { border-bottom: 1px solid var(--line); padding: 0.25rem 0.7rem; text-align: left; vertical-align: top; }
        blockquote { margin: 1rem 0; padding: 0.1rem 1rem; border-left: 4px solid var(--link); background: var(--code); }
        img, svg { max-width: 100%; height: auto; }
        .formula { display: block; margin: 0.8rem 0; padding: 0.3rem 0; overflow-x: auto; overflow-y: hidden; }
        .index li { margin: 0.4rem 0; } .index p { margin: 0; color: var(--faint); }
        @media print { nav { display: none; } .source, .outputs { break-inside: avoid; } }
        """;
}
