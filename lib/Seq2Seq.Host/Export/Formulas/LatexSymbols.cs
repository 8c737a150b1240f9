namespace Seq2Seq.Host.Export.Formulas;

/// <summary>What LaTeX commands stand for.</summary>
internal static class LatexSymbols
{
    /// <summary>Letters: set as identifiers.</summary>
    public static IReadOnlyDictionary<string, string> Letters { get; } = Table("""
        alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ nu ν xi ξ
        omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω
        Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
        infty ∞ partial ∂ nabla ∇ ell ℓ hbar ℏ emptyset ∅ varnothing ∅ Re ℜ Im ℑ aleph ℵ imath ı jmath ȷ top ⊤ bot ⊥
        """);

    /// <summary>Operators, relations, arrows, punctuation.</summary>
    public static IReadOnlyDictionary<string, string> Operators { get; } = Table("""
        times × cdot ⋅ div ÷ pm ± mp ∓ ast ∗ star ⋆ circ ∘ bullet ∙ odot ⊙ oplus ⊕ otimes ⊗ ominus ⊖ oslash ⊘ cap ∩ cup ∪ setminus ∖ wedge ∧ vee ∨
        land ∧ lor ∨ neg ¬ lnot ¬ le ≤ leq ≤ ge ≥ geq ≥ ne ≠ neq ≠ ll ≪ gg ≫ equiv ≡ approx ≈ sim ∼ simeq ≃ cong ≅ propto ∝ in ∈ notin ∉ ni ∋
        subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ mid ∣ nmid ∤ parallel ∥ perp ⊥ to → rightarrow → leftarrow ← gets ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐
        Leftrightarrow ⇔ implies ⟹ iff ⟺ mapsto ↦ longrightarrow ⟶ longleftarrow ⟵ uparrow ↑ downarrow ↓ nearrow ↗ searrow ↘ hookrightarrow ↪
        forall ∀ exists ∃ nexists ∄ therefore ∴ because ∵ dots … ldots … cdots ⋯ vdots ⋮ ddots ⋱ dotsc … dotsb ⋯ colon : prime ′ dagger † ddagger ‡
        lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ langle ⟨ rangle ⟩ lbrace { rbrace } lbrack [ rbrack ] vert | Vert ‖ lvert | rvert | lVert ‖ rVert ‖
        triangleq ≜ doteq ≐ asymp ≍ prec ≺ succ ≻ preceq ⪯ succeq ⪰ models ⊨ vdash ⊢ square □ blacksquare ■ triangle △ angle ∠ degree ° checkmark ✓
        backslash \ coloneqq ≔ lt < gt > amalg ⨿ concat ⧺ frown ⌢
        """);

    /// <summary>Operators that take limits above and below in display style.</summary>
    public static IReadOnlyDictionary<string, string> LargeOperators { get; } = Table("""
        sum ∑ prod ∏ coprod ∐ bigcup ⋃ bigcap ⋂ bigoplus ⨁ bigotimes ⨂ bigodot ⨀ bigvee ⋁ bigwedge ⋀
        """);

    /// <summary>Integrals: limits stay at the side.</summary>
    public static IReadOnlyDictionary<string, string> Integrals { get; } = Table("int ∫ iint ∬ oint ∮");

    /// <summary>Named functions.</summary>
    public static IReadOnlySet<string> Functions { get; } = Words("sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh coth log ln lg exp det dim ker deg hom arg gcd Pr");

    /// <summary>Named functions whose subscript goes below in display style.</summary>
    public static IReadOnlySet<string> LimitFunctions { get; } = Words("max min sup inf lim limsup liminf argmax argmin");

    /// <summary>Marks over a letter.</summary>
    public static IReadOnlyDictionary<string, string> Accents { get; } = Table("""
        hat ^ widehat ^ bar ‾ overline ‾ tilde ~ widetilde ~ vec → overrightarrow → dot ˙ ddot ¨ check ˇ breve ˘ acute ´ grave ` mathring ˚
        """);

    /// <summary>Widths in em.</summary>
    public static IReadOnlyDictionary<string, string> Spaces { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [@"\,"] = "0.167em",
        [@"\:"] = "0.222em",
        [@"\>"] = "0.222em",
        [@"\;"] = "0.278em",
        [@"\!"] = "-0.167em",
        [@"\ "] = "0.25em",
        ["~"] = "0.25em",
        [@"\quad"] = "1em",
        [@"\qquad"] = "2em",
        [@"\enspace"] = "0.5em",
        [@"\thinspace"] = "0.167em",
    };

    private static Dictionary<string, string> Table(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var table = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < words.Length; i += 2) table.Add(words[i], words[i + 1]);
        return table;
    }

    private static HashSet<string> Words(string text) => text.Split(' ').ToHashSet(StringComparer.Ordinal);
}
