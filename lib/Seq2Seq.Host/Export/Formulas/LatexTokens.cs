namespace Seq2Seq.Host.Export.Formulas;

/// <summary>LaTeX math as tokens: <c>\name</c>, <c>\,</c>, or one character; white space is dropped.</summary>
internal sealed class LatexTokens
{
    private readonly string text;
    private int position;

    public LatexTokens(string text)
    {
        this.text = text;
        Skip();
    }

    /// <summary>The next token; empty at the end.</summary>
    public string Peek()
    {
        var start = position;
        var token = Next();
        position = start;
        return token;
    }

    /// <summary>Takes the next token; empty at the end.</summary>
    public string Next()
    {
        if (position >= text.Length) return "";
        var start = position++;
        if (text[start] == '\\' && position < text.Length)
        {
            if (char.IsAsciiLetter(text[position]))
            {
                while (position < text.Length && char.IsAsciiLetter(text[position])) position++;
            }
            else
            {
                position++;
            }
        }
        else if (char.IsHighSurrogate(text[start]) && position < text.Length)
        {
            position++;
        }
        var token = text[start..position];
        Skip();
        return token;
    }

    /// <summary>Takes the next token if it is this one.</summary>
    public bool Take(string token)
    {
        if (Peek() != token) return false;
        Next();
        return true;
    }

    /// <summary>The raw text of a braced group, spaces kept: for <c>\text{...}</c> and names.</summary>
    public string RawGroup()
    {
        if (position >= text.Length) return "";
        if (text[position] != '{') return Next();
        var depth = 0;
        var start = position + 1;
        for (; position < text.Length; position++)
        {
            if (text[position] == '{') depth++;
            else if (text[position] == '}' && --depth == 0) break;
        }
        var raw = text[start..Math.Min(position, text.Length)];
        position = Math.Min(position + 1, text.Length);
        Skip();
        return raw;
    }

    /// <summary>A run of digits and points behind a first digit.</summary>
    public string RestOfNumber()
    {
        var start = position;
        // White space was dropped behind the first digit: look back whether there was any.
        if (start > 0 && char.IsWhiteSpace(text[start - 1])) return "";
        while (position < text.Length && (char.IsAsciiDigit(text[position]) || (text[position] == '.' && position + 1 < text.Length && char.IsAsciiDigit(text[position + 1])))) position++;
        var rest = text[start..position];
        Skip();
        return rest;
    }

    private void Skip()
    {
        while (position < text.Length)
        {
            if (char.IsWhiteSpace(text[position])) position++;
            else if (text[position] == '%') position = text.IndexOf('\n', position) is var end and >= 0 ? end : text.Length;
            else break;
        }
    }
}
