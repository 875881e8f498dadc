;;@ about
;; Deploy it under the name `liquid-stacking-live`.
;;@ end

;;@ history
;; Nobody can look back at these epochs.
;;@ end
