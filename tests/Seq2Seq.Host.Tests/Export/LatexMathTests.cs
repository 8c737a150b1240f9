using System.Xml.Linq;
using Seq2Seq.Host.Export.Formulas;

namespace Seq2Seq.Host.Tests.Export;

public sealed class LatexMathTests
{
    [Theory]
    [InlineData("x", "<mi>x</mi>")]
    [InlineData("12.5", "<mn>12.5</mn>")]
    [InlineData("a - b", "<mi>a</mi><mo>−</mo><mi>b</mi>")]
    [InlineData("x_t^2", "<msubsup><mi>x</mi><mrow><mi>t</mi></mrow><mrow><mn>2</mn></mrow></msubsup>")]
    [InlineData("h_{t-1}", "<msub><mi>h</mi><mrow><mi>t</mi><mo>−</mo><mn>1</mn></mrow></msub>")]
    [InlineData("x''", "<msup><mi>x</mi><mo>′′</mo></msup>")]
    [InlineData(@"\frac12", "<mfrac><mrow><mn>1</mn></mrow><mrow><mn>2</mn></mrow></mfrac>")]
    [InlineData(@"\frac{a}{b}", "<mfrac><mrow><mi>a</mi></mrow><mrow><mi>b</mi></mrow></mfrac>")]
    [InlineData(@"\sqrt[3]{x}", "<mroot><mrow><mi>x</mi></mrow><mrow><mn>3</mn></mrow></mroot>")]
    [InlineData(@"\alpha \odot \Gamma", "<mi>α</mi><mo>⊙</mo><mi mathvariant=\"normal\">Γ</mi>")]
    [InlineData(@"\mathbf{W}", "<mi mathvariant=\"normal\">𝐖</mi>")]
    [InlineData(@"\mathbb{R}", "<mi mathvariant=\"normal\">ℝ</mi>")]
    [InlineData(@"\mathcal{L}", "<mi mathvariant=\"normal\">ℒ</mi>")]
    [InlineData(@"\text{if } x", "<mtext>if&#xA0;</mtext><mi>x</mi>")]
    [InlineData(@"\operatorname{softmax}", "<mi mathvariant=\"normal\">softmax</mi>")]
    [InlineData(@"\hat{y}", "<mover accent=\"true\"><mrow><mi>y</mi></mrow><mo stretchy=\"false\">^</mo></mover>")]
    [InlineData(@"\left( x \right.", "<mrow><mo fence=\"true\" stretchy=\"true\" form=\"prefix\">(</mo><mi>x</mi></mrow>")]
    [InlineData(@"\log_2 x", "<msub><mi>log</mi><mrow><mn>2</mn></mrow></msub><mspace width=\"0.167em\"></mspace><mi>x</mi>")]
    [InlineData(@"\exp(x)", "<mi>exp</mi><mo stretchy=\"false\">(</mo><mi>x</mi><mo stretchy=\"false\">)</mo>")]
    [InlineData("x<y", "<mi>x</mi><mo>&lt;</mo><mi>y</mi>")]
    [InlineData("学习", "<mi>学</mi><mi>习</mi>")]
    public void A_formula_becomes_elements(string latex, string expected)
    {
        var math = LatexMath.Convert(latex, display: false, out var unknown);

        Assert.Empty(unknown);
        Assert.Contains($"<semantics><mrow>{expected}</mrow><annotation", math, StringComparison.Ordinal);
    }

    [Fact]
    public void Limits_stand_above_and_below_in_display_style_only()
    {
        Assert.Contains("<munderover><mo>∑</mo>", LatexMath.Convert(@"\sum_{i=1}^n x_i", display: true, out _), StringComparison.Ordinal);
        Assert.Contains("<msubsup><mo>∑</mo>", LatexMath.Convert(@"\sum_{i=1}^n x_i", display: false, out _), StringComparison.Ordinal);
        Assert.Contains("<munder><mi mathvariant=\"normal\">argmax</mi>", LatexMath.Convert(@"\operatorname*{argmax}_y p", display: true, out _), StringComparison.Ordinal);
        Assert.Contains("<msubsup><mo>∫</mo>", LatexMath.Convert(@"\int_0^1", display: true, out _), StringComparison.Ordinal);
    }

    // What the course writes: recurrent cells, attention, losses, schedules.
    [Theory]
    [InlineData(@"e_{t,i} = v^\top \tanh(W q_t + U k_i), \qquad \mathbf{c}_t = \sum_{i=1}^{S} \alpha_{t,i}\, \mathbf{h}_i \in \mathbb{R}^{B \times H}")]
    [InlineData(@"\begin{aligned} r_t &= \sigma(W_r x_t + b_r) \\[2pt] \tilde h_t &= \tanh(U (r_t \odot h_{t-1})) \end{aligned}")]
    [InlineData(@"f(x) = \begin{cases} x & \text{if } x > 0 \\ 0.01x & \text{otherwise} \end{cases}")]
    [InlineData(@"\left\lVert \frac{\partial h_t}{\partial h_k} \right\rVert \le \gamma^{t-k}, \quad \lVert g \rVert_2")]
    [InlineData(@"\mathrm{BLEU} = \mathrm{BP} \cdot \exp\left(\sum_{n=1}^{4} w_n \log p_n\right)")]
    [InlineData(@"\mathrm{lr} = d_{\text{model}}^{-0.5} \cdot \min(\text{step}^{-0.5}, \text{step} \cdot \text{warmup}^{-1.5})")]
    [InlineData(@"\underbrace{a + b}_{\text{sum}}, \binom{n}{k}, \overline{x}, \vec{v}, \bar h, \begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}, \big| x \big|")]
    [InlineData(@"p(y \mid x) = \prod_{t=1}^{T} p(y_t \mid y_{<t}, x) \approx 10\%, \; \{a, b\} \subseteq \mathcal{V}, x \not= y")]
    [InlineData(@"\boldsymbol{\theta} \leftarrow \boldsymbol{\theta} - \eta \nabla_{\boldsymbol{\theta}} \mathcal{L}, \mathbb{E}_{x \sim p}[\log D(x)]")]
    public void Formulas_of_the_course_are_known_and_well_formed(string latex)
    {
        var math = LatexMath.Convert(latex, display: true, out var unknown);

        Assert.Empty(unknown);
        Assert.Equal("math", XElement.Parse(math).Name.LocalName);
    }

    [Fact]
    public void An_unknown_command_is_shown_as_written_and_listed()
    {
        var math = LatexMath.Convert(@"a \nonsense b", display: false, out var unknown);

        Assert.Equal([@"\nonsense"], unknown);
        Assert.Contains(@"<mtext>\nonsense</mtext>", math, StringComparison.Ordinal);
    }

    [Fact]
    public void Broken_formulas_end_and_stay_well_formed()
    {
        var random = new Random(3);
        string[] parts = [@"\frac", "{", "}", "x", "^", "_", @"\left", @"\right", "(", ")", @"\begin{cases}", @"\end{cases}", "&", @"\\", @"\sqrt", "[", "]", "'", @"\hat", @"\text", "%", "\n", "1", "$"];
        for (var i = 0; i < 5000; i++)
        {
            var latex = string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => parts[random.Next(parts.Length)]));

            XElement.Parse(LatexMath.Convert(latex, display: true, out _));
        }
    }
}
