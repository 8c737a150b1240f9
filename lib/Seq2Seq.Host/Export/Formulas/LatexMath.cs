using System.Text;
using Seq2Seq.Host.Formatting;

namespace Seq2Seq.Host.Export.Formulas;

/// <summary>LaTeX formulas as MathML, which browsers draw by themselves: nothing to download, nothing to run.</summary>
internal sealed class LatexMath
{
    private readonly LatexTokens tokens;
    private readonly bool display;
    private readonly List<string> unknown = [];

    private LatexMath(string latex, bool display)
    {
        tokens = new LatexTokens(latex);
        this.display = display;
    }

    /// <summary>The formula as a math element. Commands it doesn't know are shown as they are written, and listed.</summary>
    public static string Convert(string latex, bool display, out IReadOnlyList<string> unknown)
    {
        var math = new LatexMath(latex, display);
        var body = math.Rows([""]);
        unknown = math.unknown;
        return $"<math xmlns=\"http://www.w3.org/1998/Math/MathML\"{(display ? " display=\"block\"" : "")}><semantics><mrow>{body}</mrow>"
            + $"<annotation encoding=\"application/x-tex\">{Escape(latex.Trim())}</annotation></semantics></math>";
    }

    // A row that may hold line breaks and alignment marks becomes a table.
    private string Rows(string[] ends)
    {
        var rows = new List<List<string>> { new() { Row(ends) } };
        while (!ends.Contains(tokens.Peek()))
        {
            var mark = tokens.Next();
            if (mark.Length == 0) break;
            if (mark == "&") rows[^1].Add(Row(ends));
            else if (mark == @"\\")
            {
                SkipOptional();
                rows.Add([Row(ends)]);
            }
        }
        if (rows is [[var only]]) return only;
        return Table(rows, index => index % 2 == 0 ? "right" : "left");
    }

    // Everything up to one of the ends, a line break or an alignment mark; none of them is taken.
    private string Row(string[] ends)
    {
        var row = new StringBuilder();
        while (tokens.Peek() is var token && token.Length > 0 && token is not ("&" or @"\\") && !ends.Contains(token))
        {
            if (token is "}")
            {
                tokens.Next();
                continue;
            }
            row.Append(Scripted());
        }
        return row.ToString();
    }

    private string Scripted()
    {
        var limits = false;
        var space = IsFunction(tokens.Peek());
        var body = tokens.Peek() is "^" or "_" ? "<mrow></mrow>" : Atom(out limits);
        string? below = null, above = null;
        while (true)
        {
            if (tokens.Take("_")) below = Argument();
            else if (tokens.Take("^")) above = Argument();
            else if (tokens.Peek() == "'")
            {
                var primes = "";
                while (tokens.Take("'")) primes += "′";
                above = above is null ? $"<mo>{primes}</mo>" : $"<mrow><mo>{primes}</mo>{above}</mrow>";
                if (tokens.Take("^")) above = $"<mrow>{above}{Argument()}</mrow>";
            }
            else if (tokens.Peek() is @"\limits" or @"\nolimits") limits = tokens.Next() == @"\limits";
            else break;
        }
        limits = limits && display;
        // "log x" needs the gap that "log(x)" does not.
        var gap = space && BeginsOperand(tokens.Peek()) ? "<mspace width=\"0.167em\"></mspace>" : "";
        return (below, above) switch
        {
            (null, null) => body + gap,
            (not null, null) => limits ? $"<munder>{body}{below}</munder>{gap}" : $"<msub>{body}{below}</msub>{gap}",
            (null, not null) => limits ? $"<mover>{body}{above}</mover>{gap}" : $"<msup>{body}{above}</msup>{gap}",
            _ => limits ? $"<munderover>{body}{below}{above}</munderover>{gap}" : $"<msubsup>{body}{below}{above}</msubsup>{gap}",
        };
    }

    private static bool IsFunction(string token) =>
        token == @"\operatorname" || (token is ['\\', ..] && (LatexSymbols.Functions.Contains(token[1..]) || LatexSymbols.LimitFunctions.Contains(token[1..])));

    private static bool BeginsOperand(string token) => token switch
    {
        "" => false,
        ['\\', var first, ..] => char.IsAsciiLetter(first) && !LatexSymbols.Operators.ContainsKey(token[1..]) && !LatexSymbols.Spaces.ContainsKey(token)
            && token is not (@"\left" or @"\right") && !token.StartsWith(@"\big", StringComparison.OrdinalIgnoreCase),
        _ => char.IsLetterOrDigit(token, 0),
    };

    // One token or one group, as a single element.
    private string Argument()
    {
        if (tokens.Take("{"))
        {
            var inside = Rows(["}"]);
            tokens.Take("}");
            return $"<mrow>{inside}</mrow>";
        }
        // TeX takes one digit: \frac12 is one half.
        if (tokens.Peek() is [var digit] && char.IsAsciiDigit(digit)) return $"<mrow><mn>{tokens.Next()}</mn></mrow>";
        return tokens.Peek().Length == 0 ? "<mrow></mrow>" : $"<mrow>{Atom(out _)}</mrow>";
    }

    private string Atom(out bool limits)
    {
        limits = false;
        if (tokens.Peek() == "{") return Argument();
        var token = tokens.Next();
        if (token[0] != '\\') return Character(token);
        if (LatexSymbols.Spaces.TryGetValue(token, out var width)) return $"<mspace width=\"{width}\"></mspace>";
        var name = token[1..];
        if (LatexSymbols.Letters.TryGetValue(name, out var letter)) return char.IsUpper(letter[0]) ? $"<mi mathvariant=\"normal\">{letter}</mi>" : $"<mi>{letter}</mi>";
        if (LatexSymbols.Operators.TryGetValue(name, out var symbol)) return $"<mo{(IsFence(symbol) ? " stretchy=\"false\"" : "")}>{Escape(symbol)}</mo>";
        if (LatexSymbols.Integrals.TryGetValue(name, out var integral)) return $"<mo>{integral}</mo>";
        if (LatexSymbols.LargeOperators.TryGetValue(name, out var large))
        {
            limits = true;
            return $"<mo>{large}</mo>";
        }
        if (LatexSymbols.Functions.Contains(name)) return $"<mi>{name}</mi>";
        if (LatexSymbols.LimitFunctions.Contains(name))
        {
            limits = true;
            return $"<mi>{(name.StartsWith("arg", StringComparison.Ordinal) ? "arg " + name[3..] : name)}</mi>";
        }
        if (LatexSymbols.Accents.TryGetValue(name, out var accent))
            return $"<mover accent=\"true\">{Argument()}<mo stretchy=\"{(name.StartsWith("wide", StringComparison.Ordinal) || name.StartsWith("over", StringComparison.Ordinal) ? "true" : "false")}\">{Escape(accent)}</mo></mover>";
        return Command(token, out limits);
    }

    private string Character(string token)
    {
        if (char.IsAsciiDigit(token[0])) return $"<mn>{token}{tokens.RestOfNumber()}</mn>";
        if (token == "~") return $"<mspace width=\"{LatexSymbols.Spaces["~"]}\"></mspace>";
        if (char.IsLetter(token, 0)) return $"<mi>{Escape(token)}</mi>";
        return token switch
        {
            "-" => "<mo>−</mo>",
            "*" => "<mo>∗</mo>",
            "(" or ")" or "[" or "]" or "|" => $"<mo stretchy=\"false\">{token}</mo>",
            _ => $"<mo>{Escape(token)}</mo>",
        };
    }

    private string Command(string token, out bool limits)
    {
        limits = false;
        switch (token)
        {
            case @"\frac" or @"\dfrac" or @"\tfrac" or @"\cfrac":
                return $"<mfrac>{Argument()}{Argument()}</mfrac>";
            case @"\binom" or @"\dbinom" or @"\tbinom":
                return $"<mrow><mo>(</mo><mfrac linethickness=\"0\">{Argument()}{Argument()}</mfrac><mo>)</mo></mrow>";
            case @"\sqrt":
                var degree = tokens.Take("[") ? Row(["]"]) : null;
                if (degree is not null) tokens.Take("]");
                return degree is null ? $"<msqrt>{Argument()}</msqrt>" : $"<mroot>{Argument()}<mrow>{degree}</mrow></mroot>";
            case @"\text" or @"\textrm" or @"\mbox" or @"\textit" or @"\textnormal" or @"\hbox":
                return Text(tokens.RawGroup());
            case @"\mathrm" or @"\rm" or @"\mathop" when tokens.Peek() != @"\\":
                return Word(tokens.RawGroup());
            case @"\operatorname":
                limits = tokens.Take("*");
                return Word(tokens.RawGroup());
            case @"\mathit":
                return $"<mi>{Escape(tokens.RawGroup())}</mi>";
            case @"\underline":
                return $"<munder>{Argument()}<mo stretchy=\"true\">_</mo></munder>";
            case @"\overbrace":
                limits = true;
                return $"<mover>{Argument()}<mo stretchy=\"true\">⏞</mo></mover>";
            case @"\underbrace":
                limits = true;
                return $"<munder>{Argument()}<mo stretchy=\"true\">⏟</mo></munder>";
            case @"\overset" or @"\stackrel":
                var over = Argument();
                return $"<mover>{Argument()}{over}</mover>";
            case @"\underset":
                var under = Argument();
                return $"<munder>{Argument()}{under}</munder>";
            case @"\xrightarrow":
                return $"<mover><mo stretchy=\"true\">→</mo>{Argument()}</mover>";
            case @"\left":
                return Fenced();
            case @"\begin":
                return Environment(tokens.RawGroup());
            case @"\not":
                return $"<mo>{tokens.Next() switch { "=" => "≠", @"\in" => "∉", @"\subset" => "⊄", var other => Escape(other) + "̸" }}</mo>";
            case @"\pmod":
                return $"<mspace width=\"1em\"></mspace><mo stretchy=\"false\">(</mo><mi>mod</mi><mspace width=\"0.3em\"></mspace>{Argument()}<mo stretchy=\"false\">)</mo>";
            case @"\bmod" or @"\mod":
                return "<mo>mod</mo>";
            case @"\{" or @"\}":
                return $"<mo stretchy=\"false\">{token[1]}</mo>";
            case @"\|":
                return "<mo stretchy=\"false\">‖</mo>";
            case @"\%" or @"\#" or @"\$" or @"\&" or @"\_":
                return $"<mi mathvariant=\"normal\">{Escape(token[1..])}</mi>";
            case @"\big" or @"\Big" or @"\bigg" or @"\Bigg" or @"\bigl" or @"\bigr" or @"\Bigl" or @"\Bigr" or @"\biggl" or @"\biggr" or @"\Biggl" or @"\Biggr" or @"\bigm" or @"\Bigm" or @"\middle":
                var size = token.Contains("igg", StringComparison.Ordinal) ? "2.4em" : token[1] == 'B' ? "1.8em" : "1.2em";
                return $"<mo minsize=\"{size}\" stretchy=\"true\">{Delimiter(tokens.Next())}</mo>";
            case @"\displaystyle" or @"\textstyle" or @"\scriptstyle" or @"\nonumber" or @"\notag" or @"\limits" or @"\nolimits":
                return "";
            case @"\tag" or @"\label":
                var label = tokens.RawGroup();
                return token == @"\tag" ? $"<mspace width=\"2em\"></mspace><mtext>({Escape(label)})</mtext>" : "";
            case @"\color" or @"\textcolor":
                tokens.RawGroup();
                return token == @"\color" ? "" : Argument();
            case @"\phantom":
                return $"<mphantom>{Argument()}</mphantom>";
            case @"\boxed":
                return $"<mrow style=\"border: 1px solid; padding: 0.2em\">{Argument()}</mrow>";
        }
        if (MathAlphabet.Map(token, "") is not null) return Alphabet(token);
        unknown.Add(token);
        return $"<mtext>{Escape(token)}</mtext>";
    }

    private string Alphabet(string command)
    {
        var raw = tokens.RawGroup();
        var text = new StringBuilder();
        var inner = new LatexTokens(raw);
        while (inner.Peek().Length > 0)
        {
            var token = inner.Next();
            if (token[0] != '\\') text.Append(token);
            else if (LatexSymbols.Letters.TryGetValue(token[1..], out var letter)) text.Append(letter);
            else if (!LatexSymbols.Spaces.ContainsKey(token)) return $"<mrow>{Nested(raw)}</mrow>";
        }
        return raw.Contains('_', StringComparison.Ordinal) || raw.Contains('^', StringComparison.Ordinal)
            ? $"<mrow>{Nested(raw)}</mrow>"
            : text.Length > 0 && text.ToString().All(char.IsAsciiDigit) ? $"<mn>{MathAlphabet.Map(command, text.ToString())}</mn>"
            : $"<mi mathvariant=\"normal\">{Escape(MathAlphabet.Map(command, text.ToString())!)}</mi>";
    }

    private string Nested(string latex)
    {
        var math = new LatexMath(latex, display);
        var body = math.Rows([""]);
        unknown.AddRange(math.unknown);
        return body;
    }

    private string Word(string raw)
    {
        if (raw.Any(character => character is '\\' or '_' or '^'))
        {
            var plain = raw.Replace(@"\,", " ", StringComparison.Ordinal).Replace(@"\ ", " ", StringComparison.Ordinal).Replace(@"\_", "_", StringComparison.Ordinal);
            if (plain.Contains('\\', StringComparison.Ordinal) || plain.Contains('^', StringComparison.Ordinal)) return $"<mrow>{Nested(raw)}</mrow>";
            raw = plain;
        }
        return $"<mi mathvariant=\"normal\">{Escape(raw.Trim())}</mi>";
    }

    private static string Text(string raw)
    {
        var text = raw.Replace(@"\_", "_", StringComparison.Ordinal).Replace(@"\%", "%", StringComparison.Ordinal).Replace(@"\&", "&", StringComparison.Ordinal)
            .Replace(@"\#", "#", StringComparison.Ordinal).Replace(@"\{", "{", StringComparison.Ordinal).Replace(@"\}", "}", StringComparison.Ordinal).Replace("$", "", StringComparison.Ordinal);
        // Spaces at the ends of an mtext collapse.
        return $"<mtext>{Escape(text).Replace(" ", "&#xA0;", StringComparison.Ordinal)}</mtext>";
    }

    private string Fenced()
    {
        var open = Delimiter(tokens.Next());
        var inside = Rows([@"\right"]);
        tokens.Take(@"\right");
        var close = Delimiter(tokens.Next());
        return $"<mrow>{Fence(open, "prefix")}{inside}{Fence(close, "postfix")}</mrow>";
    }

    private static string Fence(string character, string form) => character.Length == 0 ? "" : $"<mo fence=\"true\" stretchy=\"true\" form=\"{form}\">{character}</mo>";

    private static string Delimiter(string token) => token switch
    {
        "" or "." => "",
        @"\{" => "{",
        @"\}" => "}",
        @"\|" => "‖",
        _ when token[0] == '\\' && LatexSymbols.Operators.TryGetValue(token[1..], out var symbol) => Escape(symbol),
        _ => Escape(token),
    };

    private string Environment(string name)
    {
        var kind = name.TrimEnd('*');
        string? columns = kind == "array" ? tokens.RawGroup() : null;
        var rows = new List<List<string>>();
        string[] ends = [@"\end"];
        rows.Add([Row(ends)]);
        while (tokens.Peek() is var mark && mark.Length > 0 && mark != @"\end")
        {
            tokens.Next();
            if (mark == "&") rows[^1].Add(Row(ends));
            else if (mark == @"\\")
            {
                SkipOptional();
                rows.Add([Row(ends)]);
            }
        }
        tokens.Take(@"\end");
        tokens.RawGroup();
        if (rows[^1] is [""]) rows.RemoveAt(rows.Count - 1);
        var alignments = columns?.Where(character => character is 'l' or 'c' or 'r').Select(character => character switch { 'l' => "left", 'r' => "right", _ => "center" }).ToArray();
        var table = Table(rows, index => kind switch
        {
            "array" => alignments![Math.Min(index, alignments.Length - 1)],
            "cases" => "left",
            "align" or "aligned" or "split" or "alignat" or "eqnarray" => index % 2 == 0 ? "right" : "left",
            _ => "center",
        });
        var (open, close) = kind switch
        {
            "pmatrix" => ("(", ")"),
            "bmatrix" => ("[", "]"),
            "Bmatrix" => ("{", "}"),
            "vmatrix" => ("|", "|"),
            "Vmatrix" => ("‖", "‖"),
            "cases" => ("{", ""),
            _ => ("", ""),
        };
        if (kind is not ("pmatrix" or "bmatrix" or "Bmatrix" or "vmatrix" or "Vmatrix" or "cases" or "matrix" or "smallmatrix" or "array" or "align" or "aligned" or "split" or "alignat" or "gather" or "gathered" or "equation" or "eqnarray"))
            unknown.Add($@"\begin{{{name}}}");
        return $"<mrow>{Fence(open, "prefix")}{table}{Fence(close, "postfix")}</mrow>";
    }

    private void SkipOptional()
    {
        if (tokens.Peek() != "[") return;
        while (tokens.Next() is not ("]" or ""))
        {
        }
    }

    private static string Table(List<List<string>> rows, Func<int, string> alignment)
    {
        var table = new StringBuilder("<mtable displaystyle=\"true\">");
        foreach (var row in rows)
        {
            table.Append("<mtr>");
            for (var i = 0; i < row.Count; i++)
                table.Append("<mtd style=\"text-align: ").Append(alignment(i)).Append("; padding: 0.15em ").Append(alignment(i) == "right" ? "0 0.15em 0.4em" : "0.4em 0.15em 0").Append("\">").Append(row[i]).Append("</mtd>");
            table.Append("</mtr>");
        }
        return table.Append("</mtable>").ToString();
    }

    private static bool IsFence(string symbol) => symbol is "⌊" or "⌋" or "⌈" or "⌉" or "⟨" or "⟩" or "|" or "‖" or "{" or "}" or "[" or "]" or "∣" or "∥";

    private static string Escape(string text) => HtmlText.Escape(text);
}
