from __future__ import annotations

import torch

from kpstudio.engine.adam import Adam


def test_steps_are_those_of_torch_s_adam() -> None:
    random = torch.Generator().manual_seed(0)
    start = [torch.randn(4, 3, generator=random), torch.randn(3, generator=random)]
    ours = [tensor.clone().requires_grad_() for tensor in start]
    theirs = [tensor.clone().requires_grad_() for tensor in start]
    idle = torch.ones(2, requires_grad=True)
    adam = Adam([*ours, idle], 0.01)
    reference = torch.optim.Adam(theirs, lr=0.01)
    for step in range(40):
        for weights in (ours, theirs):
            x = torch.full((2, 4), 0.1 * step)
            (x @ weights[0] + weights[1] - 1).square().sum().backward()
        adam.step()
        reference.step()
        reference.zero_grad()
    for a, b, begun in zip(ours, theirs, start, strict=True):
        assert torch.allclose(a, b, rtol=1e-5, atol=1e-6)
        assert not torch.allclose(a, begun, atol=0.05)
        assert a.grad is None
    assert torch.equal(idle, torch.ones(2))


def test_with_decay_steps_are_those_of_torch_s_adamw_which_spares_biases() -> None:
    random = torch.Generator().manual_seed(1)
    start = [torch.randn(4, 3, generator=random), torch.randn(3, generator=random)]
    ours = [tensor.clone().requires_grad_() for tensor in start]
    theirs = [tensor.clone().requires_grad_() for tensor in start]
    adam = Adam(ours, 0.01, decay=0.3)
    groups = [{"params": theirs[:1]}, {"params": theirs[1:], "weight_decay": 0.0}]
    reference = torch.optim.AdamW(groups, lr=0.01, weight_decay=0.3)
    for step in range(40):
        lr = 0.01 * (1 + step % 3)  # as a schedule changes it
        adam.lr = lr
        for group in reference.param_groups:
            group["lr"] = lr
        for weights in (ours, theirs):
            x = torch.full((2, 4), 0.1 * step)
            (x @ weights[0] + weights[1] - 1).square().sum().backward()
        adam.step()
        reference.step()
        reference.zero_grad()
    for a, b in zip(ours, theirs, strict=True):
        assert torch.allclose(a, b, rtol=1e-5, atol=1e-6)


def test_restored_it_takes_the_same_steps() -> None:
    def adam_of(weights: torch.Tensor) -> Adam:
        return Adam([weights], 0.01, decay=0.1)

    def walk(adam: Adam, weights: torch.Tensor, steps: int) -> None:
        for _ in range(steps):
            (weights - 1).square().sum().backward()
            adam.step()

    whole = torch.zeros(3, 2, requires_grad=True)
    walk(adam_of(whole), whole, 10)
    first = torch.zeros(3, 2, requires_grad=True)
    begun = adam_of(first)
    walk(begun, first, 4)
    kept = {name: tensor.clone() for name, tensor in begun.tensors().items()}
    second = first.detach().clone().requires_grad_()
    again = adam_of(second)
    again.restore(kept, begun.steps)
    walk(again, second, 6)
    assert torch.equal(second, whole)


def test_gradients_may_lie_otherwise_in_memory_than_their_weights() -> None:
    start = torch.arange(2.0 * 3 * 2 * 2).reshape(2, 3, 2, 2)
    gradient = torch.randn(start.shape, generator=torch.Generator().manual_seed(2))
    ends = []
    for layout in (torch.contiguous_format, torch.channels_last):
        weight = start.clone(memory_format=layout).requires_grad_()
        weight.grad = gradient.clone(memory_format=torch.contiguous_format)
        Adam([weight], 0.01).step()
        ends.append(weight.detach())
    assert ends[0].stride() != ends[1].stride()
    assert torch.equal(*ends)
    assert not torch.equal(ends[0], start)
