;;@ edges
  ;; Height 0 has no tenure before it: it counts as the tenure of itself, and is refused.
  (let (
      (tenure (get-tenure-info? burnchain-header-hash first-stx-block-height))
      (tenure-before (if (> first-stx-block-height u0)
        (get-tenure-info? burnchain-header-hash (- first-stx-block-height u1))
        tenure))
      (lies-before (is-before tenure-before btc-block-wanted)))
;;@ end

;;@ hash-before
(define-private (hash-before (height uint) (distance uint))
  (if (> height distance) (hash-at (- height (+ distance u1))) none))
;;@ end
